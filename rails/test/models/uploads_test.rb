# frozen_string_literal: true

require "test_helper"

class UploadsTest < ActiveSupport::TestCase
  PNG = CablechatFixtures::PNG
  TYPES = {
    ["a.png", PNG] => "image/png", ["a.txt", "plain words"] => "text/plain", ["a.csv", "a,b\n1,2\n"] => "text/csv",
    ["a.pdf", "%PDF-1.7\n"] => "application/pdf", ["a.png", "no picture"] => "application/octet-stream",
    ["a.txt", "<html><script>1</script>"] => "text/html", ["a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"] => "image/svg+xml",
    ["a.txt", "\x00\x01\x02binary"] => "application/octet-stream", ["a.jpg", "\xFF\xD8\xFF\xE0".b] => "image/jpeg"
  }.freeze

  TYPES.each do |(name, bytes), type|
    test "#{name} with #{bytes.first(12).inspect} is #{type}" do
      assert_equal type, Cablechat::Upload::ContentType.of(StringIO.new(bytes.b), name)
    end
  end

  test "the size of a picture is read from its bytes" do
    assert_equal [1, 1], Cablechat::Upload::ImageSize.of(StringIO.new(PNG))
    assert_equal [3, 5], Cablechat::Upload::ImageSize.of(StringIO.new("GIF89a\x03\x00\x05\x00".b))
    jpeg = "\xFF\xD8\xFF\xE0\x00\x04\x00\x00\xFF\xC0\x00\x0B\x08\x00\x07\x00\x09\x01\x01\x11\x00".b
    assert_equal [9, 7], Cablechat::Upload::ImageSize.of(StringIO.new(jpeg))
    assert_equal [8, 6], Cablechat::Upload::ImageSize.of(StringIO.new("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x07\0\0\x05\0\0".b))
  end

  test "a picture cut short has no size, and is no error" do
    [PNG.first(12), "GIF89a", "\xFF\xD8\xFF\xC0\x00".b, "RIFF\0\0\0\0WEBPVP8 "].each do |bytes|
      assert_nil Cablechat::Upload::ImageSize.of(StringIO.new(bytes.b)), bytes.inspect
    end
  end

  test "a name keeps no folders and no control characters" do
    session = session_with(body: nil)
    upload = Cablechat::Upload.receive(session, io: StringIO.new("words"), name: "../..\\x\u202Etxt.exe\n.txt")
    assert_equal "xtxt.exe.txt", upload.name
  end
end

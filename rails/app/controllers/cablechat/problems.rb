# frozen_string_literal: true

module Cablechat
  # Every refusal as application/problem+json with a stable code.
  module Problems
    extend ActiveSupport::Concern

    included do
      rescue_from(StandardError) { |error| answer_unforeseen(error) }
      rescue_from(ActiveRecord::ConnectionNotEstablished, ActiveRecord::ConnectionTimeoutError) { |error| answer_unavailable(error) }
      rescue_from(ActiveRecord::RecordNotFound) { answer_problem Problem.not_found("thing") }
      rescue_from(Problem) { |problem| answer_problem(problem) }
    end

    private

    def answer_problem(problem)
      problem.headers.each { |name, value| response.set_header(name, value) }
      render json: problem, status: problem.status, content_type: Problem::CONTENT_TYPE
    end

    def answer_unavailable(error)
      Rails.error.report(error, handled: true)
      answer_problem Problem.new(:unavailable, "The database cannot be reached.", headers: { "retry-after" => "2" })
    end

    # Reported, and told to the client as JSON, without its reason: a stack trace is no visitor's business.
    def answer_unforeseen(error)
      # The Gate answers what cannot be read at all.
      raise error if error.is_a?(ActionDispatch::Http::Parameters::ParseError) || error.is_a?(ActionController::BadRequest)

      Rails.error.report(error, handled: false)
      logger&.error { "[cablechat] #{error.class}: #{error.message}\n#{error.backtrace&.first(20)&.join("\n")}" }
      answer_problem Problem.new(:server_error, "Something went wrong on the server. It was logged.")
    end
  end
end
